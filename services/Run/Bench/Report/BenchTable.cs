using System.Text;

namespace Integration.Run.Bench.Report;

/// <summary>The report as a table for the terminal.</summary>
internal static class BenchTable
{
    public static string Text(BenchReport report)
    {
        var text = new StringBuilder();
        var machine = report.Machine;
        text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{machine.MeasuredAt:yyyy-MM-dd HH:mm} UTC, {machine.Processors} processors ({machine.Model}), {machine.Gigabytes} GiB, load before {string.Join(" ", machine.LoadBefore)}");
        foreach (var (name, figures) in report.Figures)
        {
            var lines = figures.Lines().ToList();
            var (what, value) = (lines.Max(line => line.What.Length), lines.Max(line => line.Value.Length));
            text.AppendLine().AppendLine(name);
            foreach (var line in lines)
            {
                var mark = line.IsMet switch { true => "ok   ", false => "MISS ", null => "     " };
                text.Append("  ").Append(mark).Append(line.What.PadRight(what + 2)).Append(line.Value.PadLeft(value)).Append("  ").AppendLine(line.Bar);
            }
        }

        return text.ToString();
    }
}
