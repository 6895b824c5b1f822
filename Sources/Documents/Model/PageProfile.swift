/// The page a document is set on. All lengths are twips, a twentieth of a point.
package struct PageProfile: Hashable, Sendable {
    package struct Margins: Hashable, Sendable {
        package let top: Int
        package let right: Int
        package let bottom: Int
        package let left: Int
    }

    /// A face by the name that office machines carry, and the one to take where it is missing.
    package struct Face: Hashable, Sendable {
        package let name: String
        package let instead: String
    }

    package let width: Int
    package let height: Int
    package let margins: Margins
    /// From one baseline to the next.
    package let linePitch: Int
    /// Added to each character so that the right number fits a line; negative draws together.
    package let characterSpacing: Int
    /// Half points.
    package let bodySize: Int
    package let titleSize: Int
    package let smallSize: Int
    /// Of the cells of a table, which stand off the line grid.
    package let tableSize: Int
    /// From one baseline to the next in a table.
    package let tablePitch: Int
    package let bodyFace: Face
    package let titleFace: Face
    /// Of heading levels 1 to 4.
    package let headingFaces: [Face]
    package let numberFace: Face

    /// The width between the margins.
    package var textWidth: Int { width - margins.left - margins.right }
}

extension PageProfile {
    /// The ordinary official document: A4, 22 lines of 28 characters.
    ///
    /// GB/T 9704-2012: top 37 mm, binding edge 28 mm, type area 156 × 225 mm; body 三号 仿宋, title 二号 小标宋, headings
    /// 黑体, 楷体, 仿宋, 仿宋. Word's 三号 is 16 pt, of which 28 are 158 mm: a quarter point less each makes 156 mm.
    package static let official: PageProfile = {
        let fang = Face(name: "仿宋_GB2312", instead: "仿宋")
        return PageProfile(
            width: 11_906, height: 16_838,
            margins: Margins(top: 2_098, right: 1_474, bottom: 1_984, left: 1_588),
            linePitch: 579, characterSpacing: -5, bodySize: 32, titleSize: 44, smallSize: 28, tableSize: 21,
            tablePitch: 300,
            bodyFace: fang,
            titleFace: Face(name: "方正小标宋简体", instead: "小标宋"),
            headingFaces: [
                Face(name: "黑体", instead: "SimHei"), Face(name: "楷体_GB2312", instead: "楷体"), fang, fang,
            ],
            numberFace: Face(name: "宋体", instead: "SimSun"))
    }()
}
