import Glibc

/// The system's error numbers in words that say what to do.
package enum SystemError {
    package static func words(_ code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "文件夹或文件不存在；请检查路径"
        case EACCES, EPERM: "没有权限；请检查文件夹的所有者和权限"
        case EROFS: "所在的磁盘是只读的；请换一个位置"
        case ENOSPC, EDQUOT: "磁盘已满；请腾出空间后重做"
        case EEXIST: "已经存在；请换一个名字"
        case EISDIR: "那是一个文件夹；请写明文件名"
        case EFBIG: "文件过大，不是准绳写的"
        case ECONNREFUSED: "对方没有运行服务；请检查地址和端口"
        case EHOSTUNREACH, ENETUNREACH: "网络不通；请检查地址和线路"
        case ECONNRESET: "对方中断了连接；请稍后再试"
        case EIO: "磁盘读写出错；请检查磁盘"
        default: "系统错误 \(code)（\(String(cString: strerror(code)))）"
        }
    }
}
