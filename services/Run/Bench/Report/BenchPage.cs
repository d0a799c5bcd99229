using System.Globalization;
using System.Net;
using System.Text;

namespace Integration.Run.Bench.Report;

/// <summary>The report as one HTML file that needs nothing else; light or dark as the reader's system is.</summary>
internal static class BenchPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2126; --quiet: #68727c; --page: #fbfbf9; --rule: #dfe2e4; --bad: #b3261e; --good: #1b6e3c;
          --c0: #2f6db5; --c1: #d9822b; --c2: #3c8f5a; --c3: #a8477f; --c4: #7a5cc0; --c5: #9a8f1d; --c6: #1d8c96; --c7: #8a6b52; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --quiet: #98a2ab; --page: #16191c; --rule: #33393f; --bad: #f28b82; --good: #81c995;
          --c0: #7fb0ea; --c1: #f0ab66; --c2: #7ccb97; --c3: #dd8dbb; --c4: #b19cf0; --c5: #d3c95c; --c6: #66c7d0; --c7: #c3a48a; } }
        body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1rem; } h3 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
        th { font-weight: 600; color: var(--quiet); } td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .ok { color: var(--good); } .miss { color: var(--bad); font-weight: 600; }
        svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--quiet); } .g { stroke: var(--rule); } .l { fill: none; stroke-width: 2; }
        .legend span { margin-right: 1rem; } .legend i { display: inline-block; width: .8em; height: .8em; margin-right: .35em; border-radius: 2px; } .quiet { color: var(--quiet); }
        .l.c0 { stroke: var(--c0); } .l.c1 { stroke: var(--c1); } .l.c2 { stroke: var(--c2); } .l.c3 { stroke: var(--c3); } .l.c4 { stroke: var(--c4); } .l.c5 { stroke: var(--c5); } .l.c6 { stroke: var(--c6); } .l.c7 { stroke: var(--c7); }
        .f.c0 { fill: var(--c0); } .f.c1 { fill: var(--c1); } .f.c2 { fill: var(--c2); } .f.c3 { fill: var(--c3); } .f.c4 { fill: var(--c4); } .f.c5 { fill: var(--c5); } .f.c6 { fill: var(--c6); } .f.c7 { fill: var(--c7); }
        i.c0 { background: var(--c0); } i.c1 { background: var(--c1); } i.c2 { background: var(--c2); } i.c3 { background: var(--c3); } i.c4 { background: var(--c4); } i.c5 { background: var(--c5); } i.c6 { background: var(--c6); } i.c7 { background: var(--c7); }
        """;

    public static string Text(BenchReport report)
    {
        var machine = report.Machine;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Measured</title><style>\n")
            .Append(Style).Append("\n</style></head><body>\n<h1>Measured</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">{machine.MeasuredAt:yyyy-MM-dd HH:mm} UTC · {machine.Processors} processors ({Encode(machine.Model)}), {machine.Gigabytes} GiB · {Encode(machine.System)} · {Encode(machine.Runtime)} · load before: {string.Join(" ", machine.LoadBefore)}</p>\n");
        foreach (var (name, figures) in report.Figures)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(name)}</h2>\n<table><tr><th>figure</th><th>measured</th><th>bar, or beside it</th><th></th></tr>\n");
            foreach (var line in figures.Lines())
            {
                var mark = line.IsMet switch { true => "<span class=\"ok\">met</span>", false => "<span class=\"miss\">missed</span>", null => "" };
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(line.What)}</td><td class=\"n\">{Encode(line.Value)}</td><td>{Encode(line.Bar)}</td><td>{mark}</td></tr>\n");
            }

            page.Append("</table>\n");
            foreach (var plot in figures.Plots()) page.Append(CultureInfo.InvariantCulture, $"<h3>{Encode(plot.Title)}</h3>\n{Drawing.Of(plot)}\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
