namespace Integration.Tests.Compliance.Erp.Dynamics;

internal abstract partial class FinanceErp
{
    /// <summary>Path of the write that trouble hits while returns are tried, which are two writes; null while they are not.</summary>
    public Func<Trouble, string>? WriteOfReturn { get; set; }

    /// <summary>Numbers of the credit notes that are posted.</summary>
    public async Task<IReadOnlyList<string>> CreditNotesAsync() =>
        [.. (await StateAsync("invoices")).Where(invoice => (string?)invoice["type"] == "Credit note").Select(invoice => (string)invoice["referenceNbr"]!)];

    /// <summary>The statuses of a return order's lines.</summary>
    public async Task<IReadOnlyList<string>> ReturnLinesAsync(string number) =>
        [.. (await StateAsync("returns")).Where(order => (string?)order["orderNbr"] == number).SelectMany(Lines).Select(line => (string)line["status"]!)];
}
