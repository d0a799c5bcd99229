using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Probing;

namespace Integration.XCart.Api54.Probing;

/// <summary>Whether the write key may write and the read key may not.</summary>
internal sealed class KeyCheck(RestApi shop)
{
    // The largest id that the shop's column can hold; checked to be free before it is used.
    private static readonly ShopPath Nowhere = ShopPath.Of("order", "2147483647")!;

    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(CancellationToken ct)
    {
        if (await shop.ReadAsync<OrderRow>(Nowhere, Schema.Default, ct) is not ShopAnswer<OrderRow>.Absent)
            return [new ProbeFinding("write key", ProbeLevel.NotChecked, "The shop did not say plainly that an order does not exist, so that writing was not tried.")];

        var write = Write(await shop.PutAsync<OrderRow>(Nowhere, NoNote(), ct));
        if (!shop.Keys.ReadIsSeparate)
        {
            return [write, new ProbeFinding("least permission", ProbeLevel.Warning,
                "Reads use the read/write key, which X-Cart takes in the address only: it stands in the web server's log.",
                "Give the shop's read-only key as the secret readKey.")];
        }

        return [write, Read(await shop.PutWithReadKeyAsync<OrderRow>(Nowhere, NoNote(), ct))];
    }

    private static ProbeFinding Write(ShopAnswer<OrderRow> answer) => answer switch
    {
        ShopAnswer<OrderRow>.Absent => new ProbeFinding("write key", ProbeLevel.Ok, "The shop accepts the key for writing."),
        ShopAnswer<OrderRow>.Failed { Outcome: WriteOutcome.Denied } => new ProbeFinding("write key", ProbeLevel.Failed,
            "The shop refuses to write with this key: it is wrong, or it is the read-only key.", "Give the shop's read/write key as the secret key."),
        ShopAnswer<OrderRow>.Failed failed => new ProbeFinding("write key", ProbeLevel.Failed, Words.Of(failed.Outcome), "Run the doctor again when the shop is well."),
        _ => new ProbeFinding("write key", ProbeLevel.Failed, "The shop says that it changed an order that does not exist.", "Check that the url leads to an X-Cart 5 shop."),
    };

    private static ProbeFinding Read(ShopAnswer<OrderRow> answer) => answer switch
    {
        ShopAnswer<OrderRow>.Failed { Outcome: WriteOutcome.Denied } => new ProbeFinding("least permission", ProbeLevel.Ok, "The key that reads cannot write."),
        ShopAnswer<OrderRow>.Failed failed => new ProbeFinding("least permission", ProbeLevel.NotChecked, Words.Of(failed.Outcome)),
        _ => new ProbeFinding("least permission", ProbeLevel.Warning, "The key that reads may also write, and it stands in the web server's log.", "Give the shop's read-only key as the secret readKey."),
    };

    private static JsonObject NoNote() => new() { ["adminNotes"] = "" };
}
