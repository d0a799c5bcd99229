using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>Dynamics 365 Finance &amp; Operations and its Entra tenant. Its entities have no change stamps, so its business events are what hints are to the shop.</summary>
internal class DynamicsSandbox : SandboxErp
{
    /// <summary>Name of the pair.</summary>
    public const string Name = "xcart-dynamics";

    private const string Endpoint = "integration";

    public override string Pair => Name;

    public override string Mode => "fno";

    public override SandboxErpKind Kind => SandboxErpKind.Dynamics;

    public override ServiceRole Adapter => ServiceRole.DynamicsAdapter;

    public override string FolderSuffix => "-dynamics";

    public override string PairTemplate => "sandbox-pair.dynamics.json";

    public override string LanesTemplate => "sandbox-lanes.dynamics.json";

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["sandbox-entra-client-secret"] = SandboxCredentials.ErpClientSecret,
        ["sandbox-push"] = SandboxCredentials.PushSecret,
    };

    public override string? StockListing => "GET /data/WarehousesOnHandV2";

    public override bool HasSignIn => true;

    public override void Connect(JsonObject connection, SandboxAddresses addresses)
    {
        base.Connect(connection, addresses);
        connection["settings"]!["authority"] = addresses.SignIn!.ToString();
    }

    // Business events tell of stock, so that all of it need not be read every minute.
    public override void Listen(JsonObject pair)
    {
        if (pair["lanes"]?["stock"] is not null) pair["lanes"]!["stock"] = true;
    }

    public override IReadOnlyList<(Uri Address, JsonObject Wish)> Loss(StackState stack, JsonObject order) =>
    [
        .. Lines(order).Select(line => (stack.Erp, Lost("SalesOrderLines", order, line["lot"]))),
        (stack.Erp, Lost("SalesOrderHeadersV3", order, order["orderNbr"])),
    ];

    // What an order comes to is what its lines come to: the header need not tell.
    public override JsonObject Drift(JsonObject order, decimal by)
    {
        var line = Lines(order).First();
        var wish = Wish("SalesOrderLines", order, line["lot"]);
        wish["fields"] = new JsonObject { ["LineAmount"] = line["amount"]!.GetValue<decimal>() + by };
        return wish;
    }

    public override async Task SetPushAsync(HttpClient http, StackState stack, CancellationToken ct)
    {
        using var content = JsonContent.Create(new
        {
            name = Endpoint, url = new Uri(stack.Adapter, "push/sandbox-erp"), headerName = "Integration-Push-Secret", headerValue = SandboxCredentials.PushSecret,
        });
        // The sandbox reads bodies with a length only.
        await content.LoadIntoBufferAsync(ct);
        using var answer = stack.AddOn
            ? await http.PostAsync(new Uri(stack.Erp, "_sandbox/events"), content, ct)
            : await http.DeleteAsync(new Uri(stack.Erp, $"_sandbox/events/{Endpoint}"), ct);
        answer.EnsureSuccessStatusCode();
    }

    private static IEnumerable<JsonNode> Lines(JsonObject order) => order["lines"]!.AsArray().Select(line => line!);

    private static JsonObject Lost(string set, JsonObject order, JsonNode? key)
    {
        var wish = Wish(set, order, key);
        wish["delete"] = true;
        return wish;
    }

    private static JsonObject Wish(string set, JsonObject order, JsonNode? key) => new() { ["entity"] = set, ["keys"] = new JsonArray(order["company"]!.DeepClone(), key!.DeepClone()) };
}
