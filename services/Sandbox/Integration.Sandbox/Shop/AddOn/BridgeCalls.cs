using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>The add-on's calls, the same in 5.4 and 5.5 (docs/xcart-addon-protocol.md).</summary>
internal static class BridgeCalls
{
    public const int LongestBody = 256 * 1024;

    private static readonly Dictionary<(string Method, string Name), Func<ShopUnit, BridgeCall, JsonObject>> Known = new()
    {
        [("GET", "about")] = (shop, _) => AboutCall.Answer(shop),
        [("GET", "stock")] = StockReading.Answer,
        [("POST", "stock")] = StockSetting.Answer,
        [("POST", "tracking")] = OrderLines.Track,
        [("POST", "notes")] = OrderLines.Note,
    };

    /// <exception cref="BridgeRefusedException">404 or 405.</exception>
    public static Func<ShopUnit, BridgeCall, JsonObject> Find(string method, string name) =>
        Known.TryGetValue((method, name), out var call) ? call
        : Known.Keys.Any(known => known.Name == name) ? throw new BridgeRefusedException(
            StatusCodes.Status405MethodNotAllowed, null, $"'{name}' is not called with {method}.")
        : throw new BridgeRefusedException(StatusCodes.Status404NotFound, null, "There is no such call.");

    public static JsonObject Refusal(BridgeRefusedException refused) => new()
    {
        ["error"] = new JsonObject { ["field"] = refused.Field, ["message"] = refused.Message },
    };
}
