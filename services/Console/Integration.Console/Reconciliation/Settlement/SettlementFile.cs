using Integration.Connectors.Pairs;
using Integration.Contracts.Reconciliation;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>Reads a payment provider's settlement file. Either every line can be used or nothing is compared.</summary>
internal static class SettlementFile
{
    private const int MostLines = 100_000;
    private const int MostFaultsTold = 5;

    /// <summary>The lines as records of the side <see cref="SettlementKeys.Side"/>, or what is wrong with the file, in plain words.</summary>
    /// <param name="text">The file.</param>
    /// <param name="days">The days that are compared.</param>
    /// <param name="zone">The pair's zone.</param>
    public static (IReadOnlyList<ListedRecord> Lines, string Problem) Read(string text, DaySpan days, TimeZoneInfo zone)
    {
        var (lines, faults) = (new List<ListedRecord>(), new List<string>());
        try
        {
            SettlementColumns? columns = null;
            foreach (var row in CsvText.Rows(text))
            {
                if (columns is null)
                {
                    columns = SettlementColumns.Of(row);
                    continue;
                }

                if (lines.Count == MostLines) throw new SettlementFault(row.Line, "", $"The file has more than {MostLines} lines.", "Give fewer days at a time.");
                try
                {
                    lines.Add(SettlementLine.Read(columns, row, days, zone));
                }
                catch (SettlementFault fault)
                {
                    faults.Add(fault.Message);
                }
            }

            if (columns is null) throw new SettlementFault(1, "", "The file is empty.", SettlementColumns.Fix);
        }
        catch (SettlementFault fault)
        {
            faults.Add(fault.Message);
        }

        if (faults.Count == 0) return (lines, "");
        var more = faults.Count > MostFaultsTold ? $" And {faults.Count - MostFaultsTold} more." : "";
        return ([], $"The settlement file cannot be used, nothing was compared. {string.Join(' ', faults.Take(MostFaultsTold))}{more}");
    }
}
