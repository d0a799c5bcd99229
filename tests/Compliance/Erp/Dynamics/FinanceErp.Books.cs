using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Dynamics;

internal abstract partial class FinanceErp : IBooksUnderTest
{
    private readonly List<string> _closed = [];

    // An entry of these tests is one line, with its offset account.
    public async Task<IReadOnlyList<BookedDocument>> DocumentsAsync(string key) =>
    [
        .. (await StateAsync("payments")).Where(line => (string?)line["externalRef"] == key).Select(line => new BookedDocument(
            (string)line["type"]! != "Refund", Amount(line, "paymentAmount"), (string)line["currencyID"]!, "", (string)line["status"]! == "Posted", false)),
        .. (await StateAsync("journals")).SelectMany(journal => Lines(journal).Where(line => (string?)line["document"] == key).Select(line => new BookedDocument(
            ((string)line["text"]!).Contains(" capture,", StringComparison.Ordinal), Amount(line, "debit") + Amount(line, "credit"), (string)line["currencyID"]!, "", (string)journal["status"]! == "Posted", false))),
    ];

    public Task CloseAsync(DateOnly day)
    {
        _closed.Add(day.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        return ControlAsync("settings", new { closedPeriods = _closed });
    }

    public Task TroubleWithDocumentAsync(Trouble trouble)
    {
        Arm(trouble, "JournalLines", "POST");
        return Task.CompletedTask;
    }

    private static decimal Amount(JsonObject row, string name) => row[name]!.GetValue<decimal>();
}
