namespace Integration.Tests.Compliance.Erp.Dynamics;

internal sealed partial class DynamicsErp
{
    /// <summary>Path of the write that trouble hits.</summary>
    public Func<Trouble, string> WriteOf { get; set; } = _ => "$batch";

    public override Task TroubleAsync(Trouble trouble)
    {
        Arm(trouble, WriteOf(trouble), "POST");
        return Task.CompletedTask;
    }

    /// <summary>Numbers of the credit notes that are posted.</summary>
    public async Task<IReadOnlyList<string>> CreditNotesAsync() =>
        [.. (await StateAsync("invoices")).Where(invoice => (string?)invoice["type"] == "Credit note").Select(invoice => (string)invoice["referenceNbr"]!)];

    /// <summary>The statuses of a return order's lines.</summary>
    public async Task<IReadOnlyList<string>> ReturnLinesAsync(string number) =>
        [.. (await StateAsync("returns")).Where(order => (string?)order["orderNbr"] == number).SelectMany(Lines).Select(line => (string)line["status"]!)];
}
