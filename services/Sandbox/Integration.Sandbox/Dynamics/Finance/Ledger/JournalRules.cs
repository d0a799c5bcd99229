using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Rules that journals of payments and general journals share.</summary>
internal static class JournalRules
{
    public const string Batch = "JournalBatchNumber";

    /// <summary>The lines of a journal, in their order.</summary>
    public static IReadOnlyList<Row> Lines(Save save, string table, Row journal) =>
        [.. save.By(table, journal.Company, Batch, journal.Text(Batch)).OrderBy(line => line.Number("LineNumber"))];

    /// <summary>A new journal of one of the names.</summary>
    public static void Create(Entry entry, IReadOnlyList<string> names)
    {
        entry.Required("JournalName", "Name");
        entry.Code("JournalName", "Name", "Journal names", names);
        entry.Number(Batch, "Journal batch number", "{0:00000}");
        entry.Row.Default("Description", entry.Row.Text("JournalName")).Set("IsPosted", false);
        entry.Save.Insert(entry.Row);
    }

    /// <summary>What is posted is not changed any more.</summary>
    public static void CheckOpen(Entry entry, Row journal)
    {
        if (journal.Is("IsPosted"))
        {
            throw entry.Refuse($"Journal {journal.Text(Batch)} has been posted and cannot be changed.");
        }
    }

    /// <summary>The journal of a line, which must be open.</summary>
    public static Row Journal(Entry entry, string table)
    {
        entry.Required(Batch, "Journal batch number");
        var journal = entry.Related(Batch, "Journal batch number", table, "Journals")!;
        CheckOpen(entry, journal);
        entry.Row.Set(Batch, journal.Text(Batch));
        return journal;
    }

    /// <summary>The line's day must be in an open period of the ledger calendar.</summary>
    public static void CheckPeriod(Entry entry, string date)
    {
        if (entry.Row.Instant(date) is { } day && entry.Settings.ClosedPeriods.Contains(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparer.Ordinal))
        {
            throw entry.Refuse(string.Create(CultureInfo.InvariantCulture, $"The ledger calendar has no open period for the date {day:M/d/yyyy}."));
        }
    }

    /// <summary>Gives a new line its number and adds it.</summary>
    public static void Insert(Entry entry)
    {
        var (save, row) = (entry.Save, entry.Row);
        var lines = save.By(row.Table, row.Company, Batch, row.Text(Batch));
        row.Default("LineNumber", lines.Count == 0 ? 1m : Math.Floor(lines.Max(line => line.Number("LineNumber"))) + 1);
        entry.Unique("Journal lines", row.Text(Batch), row.Text("LineNumber"));
        save.Insert(row);
    }

    /// <summary>Deletes a journal with its lines.</summary>
    public static void Delete(Entry entry, string lines)
    {
        CheckOpen(entry, entry.Row);
        foreach (var line in Lines(entry.Save, lines, entry.Row))
        {
            entry.Save.Delete(line);
        }

        entry.Save.Delete(entry.Row);
    }
}
