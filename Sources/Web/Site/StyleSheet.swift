/// The one style sheet, embedded in the program: a closed network has no other place to fetch it from.
///
/// It keeps to what browsers of 2016 understand: no variables, no grid, no flexbox gap.
enum StyleSheet {
    static let bytes = Array((screen + printed).utf8)

    /// Changes with the content, so that the sheet may be cached for ever under its address.
    static let version: String = {
        // FNV-1a, 64 bits: names a version, protects nothing.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }()

    private static let screen = """
        html{font-size:15px}
        body{margin:0;background:#f4f5f7;color:#1f2933;line-height:1.6;
        font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","SimSun",sans-serif}
        a{color:#1d4f91;text-decoration:none}a:hover,a:focus{text-decoration:underline}
        code,.hash{font-family:"DejaVu Sans Mono",Consolas,"Courier New",monospace;font-size:.86em;word-break:break-all}
        .skip{position:absolute;left:-999em}.skip:focus{left:1em;top:.5em;background:#fff;padding:.2em .6em;z-index:2}
        .top{background:#1c3d5a;color:#fff;padding:0 2em;overflow:hidden}
        .brand{float:left;padding:.7em 2em .7em 0}.mark{color:#fff;font-size:1.35em;font-weight:700;letter-spacing:.15em}
        .bureau{margin-left:.8em;color:#c8d6e3}
        .menu{float:left}.menu a{display:inline-block;color:#dbe6f0;padding:1em 1.1em}
        .menu a:hover{background:#27506f;text-decoration:none}
        .menu a.here{background:#f4f5f7;color:#1c3d5a;font-weight:700}
        .status{background:#e6ebf0;color:#52606d;font-size:.86em;padding:.35em 2.3em;border-bottom:1px solid #d5dce3}
        .status.faulty{background:#fde8e8;color:#8a1c1c}.unwitnessed{color:#9a4b00;font-weight:700}
        main{padding:1.2em 2em 2em;max-width:1500px}
        .bottom{padding:1em 2.3em 2em;color:#7b8794;font-size:.86em}.creed{float:right}
        h1{font-size:1.5em;margin:.2em 0 .3em;line-height:1.35}
        h2{font-size:1.13em;margin:1.6em 0 .5em;padding-left:.55em;border-left:4px solid #1c3d5a;line-height:1.3}
        h3{font-size:1em;margin:1em 0 .3em}
        p{margin:.4em 0}.about{color:#52606d;margin:0 0 1em}.empty{color:#7b8794;padding:.4em 0}
        .crumbs{color:#7b8794;font-size:.9em;margin:0 0 .3em}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;background:#fff}
        .grid{width:100%}
        .grid th,.grid td{border:1px solid #d9e0e6;padding:.38em .6em;text-align:left;vertical-align:top;
        unicode-bidi:isolate}
        .grid th{background:#eef2f6;font-weight:600;white-space:nowrap}
        .grid tbody tr:hover td{background:#f7fafc}
        .grid .number,.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .grid th .sort{color:#1f2933}.grid .ordinal{text-align:center;color:#616e7c;white-space:nowrap;width:3.5em}
        .dense{font-size:.93em}.dense .long{min-width:12em}.dense td a,.dense .missing{white-space:nowrap}
        .book{table-layout:fixed}.book th:nth-child(1){width:3.5em}.book th:nth-child(2){width:28%}
        .book th:nth-child(3){width:4em}.book th:nth-child(5){width:8em}.book th:nth-child(6){width:5.5em}
        .book th:nth-child(7){width:4em}
        .found th:nth-child(2){width:22%}.found td:nth-child(3){min-width:11em}
        .found td:nth-child(4){min-width:9em}.found td:nth-child(5){min-width:7.5em}.found td:nth-child(7){min-width:4.5em}
        .sum td{background:#f7f9fb;font-weight:600}.nowrap{white-space:nowrap}
        .facts{width:100%;max-width:980px}
        .facts th{width:11em;text-align:left;font-weight:600;color:#3e4c59;background:#eef2f6}
        .facts th,.facts td{border:1px solid #d9e0e6;padding:.38em .7em;vertical-align:top;unicode-bidi:isolate}
        .facts td.number{text-align:left}
        .missing{color:#6b3fa0}.no{color:#7b8794;font-size:.86em}.help{color:#616e7c;font-size:.86em;font-weight:400}.aside{font-size:.86em}
        .changed{background:#fff4d6}
        .badge{display:inline-block;padding:0 .5em;border-radius:3px;font-size:.86em;line-height:1.6;white-space:nowrap;
        border:1px solid transparent}
        .badge.broken{background:#c62828;color:#fff}.badge.soon{background:#b85c00;color:#fff}
        .badge.due{background:#2b6cb0;color:#fff}.badge.unknown{background:#6b3fa0;color:#fff}
        .badge.kept{background:#e3f1e6;color:#20623a;border-color:#b9dbc3}
        .badge.off{background:#eceff1;color:#607d8b;border-color:#d5dce0}
        .badge.pending{background:#fff;color:#52606d;border:1px dashed #7b8794}
        .tiles{overflow:hidden;margin:.6em -.4em 0}
        .tile{float:left;width:9.6em;margin:.4em;padding:.7em 1em;background:#fff;border:1px solid #d9e0e6;
        border-top-width:4px;color:#1f2933}
        .tile b{display:block;font-size:2em;line-height:1.2;font-weight:600}
        .tile:hover{background:#f7fafc;text-decoration:none}
        .tile.broken{border-top-color:#c62828}.tile.broken b{color:#c62828}
        .tile.unknown{border-top-color:#6b3fa0}.tile.unknown b{color:#6b3fa0}
        .tile.due{border-top-color:#2b6cb0}.tile.due b{color:#2b6cb0}
        .tile.soon{border-top-color:#b85c00}.tile.soon b{color:#b85c00}
        .tile.pending{border-top-color:#9aa5b1}.tile.pending b{color:#52606d}
        .halves{overflow:hidden}.half{float:left;width:48.5%;margin-right:3%}.half+.half{margin-right:0}
        .reds{display:flex}.red+.red{margin-left:.9em}
        .red{flex:1;background:#fff;border:1px solid #e3c4c4;border-left:5px solid #c62828;padding:.6em 1em;margin:.5em 0}
        .red .what{font-weight:600;margin:0}.red .where{color:#52606d;margin:.1em 0 0}
        .split{overflow:hidden}.tree{float:left;width:14em;background:#fff;border:1px solid #d9e0e6;padding:.5em 0}
        .tree h2{margin:.2em .8em .4em;border:0;padding:0;font-size:1em}
        .tree a{display:block;padding:.2em .9em;overflow:hidden}.tree a:hover{background:#f0f4f8;text-decoration:none}
        .tree a.here{background:#dfe9f2;font-weight:600}.tree .d1{padding-left:2em}.tree .d2{padding-left:3.2em}
        .tree .count{float:right;color:#7b8794;font-size:.86em}
        .beside{margin-left:15.2em}
        .query{background:#fff;border:1px solid #d9e0e6;padding:.7em 1em;margin:0 0 .8em}
        .query label{display:inline-block;margin:.2em 1.2em .2em 0;white-space:nowrap}
        .query input,.query select{font:inherit;font-size:.93em;padding:.16em .4em;border:1px solid #b8c4ce;
        border-radius:3px;background:#fff;max-width:13em}.query input.short{width:6em}
        .query .acts{margin-top:.5em}
        button,.button{font:inherit;font-size:.93em;display:inline-block;padding:.2em 1.1em;border:1px solid #b8c4ce;
        border-radius:3px;background:#fff;color:#1f2933;cursor:pointer;margin-right:.4em}
        button.main{background:#1d4f91;border-color:#1d4f91;color:#fff}
        .bar{overflow:hidden;margin:.5em 0}.bar .right{float:right}
        .pager{margin:.7em 0}.pager a,.pager span{margin-right:.9em}
        details{margin:.3em 0}summary{cursor:pointer}
        .judgement{background:#fff;border:1px solid #d9e0e6;border-left-width:4px;padding:.35em .7em;margin:.35em 0}
        .judgement.broken{border-left-color:#c62828}.judgement.unknown{border-left-color:#6b3fa0}
        .judgement.due{border-left-color:#2b6cb0}.judgement.pending{border-left-style:dashed}
        .judgement.kept{border-left-color:#7fb78f}
        .judgement .cite{color:#52606d;font-size:.93em;margin:.15em 0 0}.judgement p{margin:.15em 0}
        .timeline td.time{white-space:nowrap;width:9.5em}.timeline td.step{width:32%}
        .timeline .kind{font-weight:600}.timeline .notime{color:#6b3fa0;font-weight:600}
        .clause{background:#fff;border:1px solid #d9e0e6;padding:.6em 1em;margin:.5em 0;max-width:980px;box-sizing:border-box}
        .clause q{quotes:none;display:block;white-space:pre-line;border-left:3px solid #d9e0e6;padding-left:.8em;margin-top:.4em;color:#3e4c59}
        .counting .excluded td{background:#f0f1f3;color:#616e7c}.counting .duerow td{font-weight:600}
        .counting .extended td{background:#eef5fc}
        .verdict{font-size:1.06em;background:#fff;border:1px solid #d9e0e6;padding:.6em 1em;max-width:980px;box-sizing:border-box;margin:.5em 0}
        .counting{max-width:980px;margin:.5em 0}
        .paper{background:#fff;border:1px solid #d9e0e6;padding:1.6em 3em;max-width:820px}
        .paper h2{border:0;padding:0;font-family:SimHei,"Noto Sans CJK SC",sans-serif}
        .paper p{text-indent:2em;line-height:1.9;font-family:FangSong,"Noto Serif CJK SC",SimSun,serif;font-size:1.06em}
        .paper a{border-bottom:1px dotted #1d4f91}.paper a.narrowed{border-bottom:2px solid #b85c00}
        .paper h1{text-align:center;font-family:"Noto Serif CJK SC",SimSun,serif;margin:.4em 0 1em}
        .note{white-space:pre-wrap;background:#fff;border:1px solid #d9e0e6;padding:.7em 1em;overflow-x:auto}
        .onpaper{display:none}

        """

    private static let printed = """
        @media print{.reds{display:block}.red+.red{margin-left:0}
        @page{size:A4;margin:15mm}@page register{size:A4 landscape;margin:12mm}
        html{font-size:12px}body{background:#fff;color:#000}
        .top,.query,.tree,.pager,.bar,.skip,.crumbs,.noprint{display:none}
        .status,.bottom{background:#fff;border:0;padding:.2em 0;font-size:9px;color:#444}
        main{padding:0;max-width:none}.beside{margin:0}.wide{overflow:visible}
        .register{page:register}.register h1{text-align:center;font-size:18px}.register .about{display:none}
        .register .grid{font-size:10.5px}.grid td,.grid td a{white-space:normal}
        .grid th,.grid td,.facts th,.facts td{border-color:#000;background:#fff;color:#000;padding:.25em .4em}
        .grid th{white-space:normal;text-align:center}
        thead{display:table-header-group}tr,.judgement,.red,.clause{page-break-inside:avoid}
        a{color:#000}.badge{background:#fff!important;color:#000!important;border:1px solid #000!important}
        .onpaper{display:block}table.signing{display:table;width:100%;margin:.4em 0}.signing td{border:0;padding:.3em 0;width:15%}.signing .filler{width:40%}
        .paper{border:0;padding:0;max-width:none}.paper a{border:0!important}
        .tile{width:7em}
        }

        """
}
