using System.Globalization;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Acumatica;

internal sealed partial class AcumaticaErp : IBooksUnderTest
{
    public async Task<IReadOnlyList<BookedDocument>> DocumentsAsync(string key) =>
    [
        .. (await StateAsync("payments")).Where(row => (string?)row["externalRef"] == key && !((string)row["type"]!).StartsWith("Voided", StringComparison.Ordinal)).Select(row => new BookedDocument(
            (string)row["type"]! != "Refund", row["paymentAmount"]!.GetValue<decimal>(), (string)row["currencyID"]!, "", (string)row["status"]! is "Open" or "Closed", (string)row["status"]! == "Voided")),
        .. (await StateAsync("journals")).Where(row => ((string)row["description"]!).StartsWith(key + " ", StringComparison.Ordinal)).Select(row => new BookedDocument(
            ((string)row["description"]!).Contains(" capture,", StringComparison.Ordinal), row["lines"]!.AsArray().Sum(line => line!["debit"]!.GetValue<decimal>()), (string)row["currencyID"]!,
            (string)row["postPeriod"]!, (string)row["status"]! == "Posted", false)),
    ];

    public Task CloseAsync(DateOnly day) => ControlAsync("periods", new { period = day.ToString("MM-yyyy", CultureInfo.InvariantCulture), status = "Closed", closedInAr = true });

    public Task TroubleWithDocumentAsync(Trouble trouble)
    {
        Arm(trouble, "/Payment");
        Arm(trouble, "/JournalTransaction");
        return Task.CompletedTask;
    }
}
