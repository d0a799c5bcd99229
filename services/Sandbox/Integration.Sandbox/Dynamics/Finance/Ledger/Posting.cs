using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Posts journals, as a batch job of the environment does.</summary>
internal static class Posting
{
    /// <summary>What a line adds to the balance of its voucher; nothing when it has an offset account.</summary>
    public static decimal Balance(Row line) => line.Text("OffsetAccountDisplayValue").Length > 0 ? 0m : line.Number("DebitAmount") - line.Number("CreditAmount");

    /// <summary>Posts a journal.</summary>
    /// <returns>Why it cannot be posted; null when it is.</returns>
    public static string? Post(Save save, Row journal)
    {
        var lines = JournalRules.Lines(save, journal.Table == Tables.Journals ? Tables.JournalLines : Tables.PaymentLines, journal);
        if (lines.Count == 0)
        {
            return $"Journal {journal.Text(JournalRules.Batch)} has no lines.";
        }

        if (lines.GroupBy(line => (Voucher: line.Text("Voucher"), Currency: line.Text("CurrencyCode"))).FirstOrDefault(voucher => voucher.Sum(Balance) != 0) is { } open)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The transactions on voucher {open.Key.Voucher} do not balance as per {save.Today:yyyy-MM-dd}. (accounting currency: {open.Sum(Balance):0.00})");
        }

        save.Edit(journal).Set("IsPosted", true);
        return null;
    }
}
