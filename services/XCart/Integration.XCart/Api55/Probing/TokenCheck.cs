using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Probing;

namespace Integration.XCart.Api55.Probing;

/// <summary>Whether the writing token may write and the reading token may not.</summary>
internal sealed class TokenCheck(PlatformApi shop)
{
    // The largest id that the shop's column can hold; checked to be free before it is used.
    private const string Nowhere = "orders/2147483647";

    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(CancellationToken ct)
    {
        if (await shop.ReadAsync<OrderRow>(Nowhere, ct) is not ShopAnswer<OrderRow>.Absent)
            return [new ProbeFinding("write key", ProbeLevel.NotChecked, "The shop did not say plainly that an order does not exist, so that writing was not tried.")];

        var write = Write(await shop.PutAsync<StatusOutput>($"{Nowhere}/shipping_status", Status(), ct));
        if (!shop.Tokens.ReadIsSeparate)
        {
            return [write, new ProbeFinding("least permission", ProbeLevel.Warning, "Reads use the token that may write everything.", "Give the shop's reading token (token_read) as the secret readKey.")];
        }

        return [write, Read(await shop.PutWithReadTokenAsync<StatusOutput>($"{Nowhere}/shipping_status", Status(), ct))];
    }

    // An order that does not exist is refused with 400 (sourced), and by versions that mend that with 404.
    private static ProbeFinding Write(ShopAnswer<StatusOutput> answer) => answer switch
    {
        ShopAnswer<StatusOutput>.Failed { Status: 400 or 404 or 422 } => new ProbeFinding("write key", ProbeLevel.Ok, "The shop accepts the token for writing."),
        ShopAnswer<StatusOutput>.Failed { Outcome: WriteOutcome.Denied } => new ProbeFinding("write key", ProbeLevel.Failed,
            "The shop refuses to write with this token: it is wrong, or it is the reading token.", "Give the shop's full token (token_all) as the secret key."),
        ShopAnswer<StatusOutput>.Failed failed => new ProbeFinding("write key", ProbeLevel.Failed, Words.Of(failed.Outcome), "Run the doctor again when the shop is well."),
        _ => new ProbeFinding("write key", ProbeLevel.Failed, "The shop says that it changed an order that does not exist.", "Check that the url leads to an X-Cart 5.5 shop."),
    };

    private static ProbeFinding Read(ShopAnswer<StatusOutput> answer) => answer switch
    {
        ShopAnswer<StatusOutput>.Failed { Status: 401 or 403 } => new ProbeFinding("least permission", ProbeLevel.Ok, "The token that reads cannot write."),
        ShopAnswer<StatusOutput>.Failed { Status: 400 or 404 or 422 } or ShopAnswer<StatusOutput>.Given => new ProbeFinding("least permission", ProbeLevel.Warning,
            "The token that reads may also write.", "Give the shop's reading token (token_read) as the secret readKey."),
        ShopAnswer<StatusOutput>.Failed failed => new ProbeFinding("least permission", ProbeLevel.NotChecked, Words.Of(failed.Outcome)),
        _ => new ProbeFinding("least permission", ProbeLevel.NotChecked, "The shop did not say."),
    };

    private static JsonObject Status() => new() { ["code"] = "N" };
}
