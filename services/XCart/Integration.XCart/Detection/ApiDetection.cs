using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.XCart.Api;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Setup;

namespace Integration.XCart.Detection;

/// <summary>
/// Asks a shop which API it has. The one of 5.5 is asked first, since it takes its token in a header: the one of 5.4 takes the key in the
/// address, where it would stand in the web server's log of a shop that has no use for it.
/// </summary>
internal sealed class ApiDetection(PlatformApi newer, RestApi older)
{
    /// <summary>Asks, at most once each.</summary>
    public async Task<DetectedApi> AskAsync(CancellationToken ct)
    {
        var first = await newer.PageAsync<JsonElement>("orders", "", 1, 1, ct);
        switch (first)
        {
            case ShopAnswer<IReadOnlyList<JsonElement>>.Given:
            // Only the firewall of its API speaks JSON when it refuses.
            case ShopAnswer<IReadOnlyList<JsonElement>>.Failed { Status: 401 or 403, JsonRefusal: true }:
                return new DetectedApi.Found(ApiChoice.Api55);
            case ShopAnswer<IReadOnlyList<JsonElement>>.Failed { Status: null } failed:
                return new DetectedApi.Not(failed.Outcome);
        }

        return await older.ListAsync<JsonElement>("order", Conditions.NewestFirst("o.order_id", 0, 1), ct) switch
        {
            ShopAnswer<IReadOnlyList<JsonElement>>.Given => new DetectedApi.Found(ApiChoice.Api54),
            ShopAnswer<IReadOnlyList<JsonElement>>.Failed { Status: 403 } => new DetectedApi.Found(ApiChoice.Api54),
            ShopAnswer<IReadOnlyList<JsonElement>>.Failed { Status: 404 } => Neither((first as ShopAnswer<IReadOnlyList<JsonElement>>.Failed)?.Outcome),
            ShopAnswer<IReadOnlyList<JsonElement>>.Failed failed => new DetectedApi.Not(failed.Outcome),
            _ => Neither(null),
        };
    }

    // An outage of the newer one must not be taken for a wrong address.
    private static DetectedApi.Not Neither(WriteOutcome? newer) => new(newer is WriteOutcome.Unavailable ? newer : new WriteOutcome.Denied(
        "Neither of X-Cart's APIs answers: check the connection's url (up to the folder of the shop); that the REST API add-on is installed and enabled (5.0 to 5.4), or that the API has its tokens (5.5)."));
}
