using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.EndToEnd.Payments;

/// <summary>The hands of the sandbox shop's customers and staff, and a look at both sandboxes' money.</summary>
internal sealed class ShopMoney(HttpClient http, Uri shop, Uri erp, CancellationToken ct)
{
    /// <summary>Checks out for about 37 to 90 of the currency; gives the order's id.</summary>
    public async Task<string> PlaceAsync(JsonObject? wishes = null)
    {
        var checkout = new JsonObject
        {
            ["customer"] = new JsonObject { ["email"] = "ada@example.com" },
            ["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-01", ["quantity"] = 3 }),
            ["paymentMethod"] = "Stripe",
        };
        foreach (var (name, value) in wishes ?? []) checkout[name] = value?.DeepClone();
        return $"{(await PostAsync("checkout", checkout))!["orderId"]}";
    }

    public Task ActAsync(string order, string action, JsonObject? details = null) => PostAsync($"orders/{order}/{action}", details ?? []);

    public async Task<decimal> TotalAsync(string order) => (await OrderAsync(order))["total"]!.GetValue<decimal>();

    /// <summary>Captured and refunded in the shop, per currency.</summary>
    public async Task<Dictionary<string, (decimal Captured, decimal Refunded)>> InShopAsync() => (await StateAsync(shop))["orders"]!.AsArray()
        .GroupBy(order => (string)order!["currency"]!).ToDictionary(group => group.Key, group => (Sum(group, "captured"), Sum(group, "refunded")));

    /// <summary>The same in the ERP, of released documents only.</summary>
    public async Task<Dictionary<string, (decimal Captured, decimal Refunded)>> InErpAsync() => (await DocumentsAsync()).Where(document => (string)document["status"]! is "Open" or "Closed")
        .GroupBy(document => (string)document["currencyID"]!).ToDictionary(group => group.Key, group => (
            group.Where(document => (string)document["type"]! != "Refund").Sum(document => document["paymentAmount"]!.GetValue<decimal>()),
            group.Where(document => (string)document["type"]! == "Refund").Sum(document => document["paymentAmount"]!.GetValue<decimal>())));

    /// <summary>Every payment document but those that only void another.</summary>
    public async Task<IReadOnlyList<JsonNode>> DocumentsAsync() =>
        [.. (await StateAsync(erp))["payments"]!.AsArray().Select(row => row!).Where(row => !((string)row["type"]!).StartsWith("Voided", StringComparison.Ordinal))];

    /// <summary>How many orders the ERP has.</summary>
    public async Task<int> OrdersInErpAsync() => (await StateAsync(erp))["orders"]!.AsArray().Count;

    private static decimal Sum(IEnumerable<JsonNode?> orders, string what) => orders.SelectMany(order => order!["payments"]!.AsArray()).Sum(payment => payment![what]!.GetValue<decimal>());

    private async Task<JsonNode> OrderAsync(string id) => (await StateAsync(shop))["orders"]!.AsArray().Single(order => $"{order!["orderId"]}" == id)!;

    private async Task<JsonObject> StateAsync(Uri sandbox) => (await http.GetFromJsonAsync<JsonObject>(new Uri(sandbox, "_sandbox/state"), ct))!;

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(shop, $"_sandbox/{path}"), body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? (text.Length > 0 ? JsonNode.Parse(text) : null) : throw new InvalidOperationException($"{path}: {text}");
    }
}
