using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>Dynamics 365 Sales alone. It has no ledger of stock, so people keep its figures.</summary>
internal sealed class DataverseSandbox : SandboxErp
{
    public override string Pair => DynamicsSandbox.Name;

    public override string Mode => "dataverse";

    public override SandboxErpKind Kind => SandboxErpKind.Dataverse;

    public override ServiceRole Adapter => ServiceRole.DynamicsAdapter;

    public override string FolderSuffix => "-dataverse";

    public override string PairTemplate => "sandbox-pair.dataverse.json";

    public override string LanesTemplate => "sandbox-lanes.dataverse.json";

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["sandbox-entra-client-secret"] = SandboxCredentials.ErpClientSecret,
        ["sandbox-push"] = SandboxCredentials.PushSecret,
    };

    public override bool HasSignIn => true;

    public override void Connect(JsonObject connection, SandboxAddresses addresses)
    {
        base.Connect(connection, addresses);
        connection["settings"]!["authority"] = addresses.SignIn!.ToString();
    }

    public override IReadOnlyList<(Uri Address, JsonObject Wish)> Loss(StackState stack, JsonObject order) => [(stack.Erp, Lost(order["orderNbr"]!))];

    public override JsonObject Drift(JsonObject order, decimal by)
    {
        var wish = Wish(order["orderNbr"]!);
        wish["fields"] = new JsonObject { ["totalamount"] = order["orderTotal"]!.GetValue<decimal>() + by };
        return wish;
    }

    public override Task SetPushAsync(HttpClient http, StackState stack, CancellationToken ct) => DataverseWebhooks.SetAsync(http, stack.Erp, stack, DataverseWebhook.OfSales, ct);

    public override JsonObject Issue(JsonObject order) => new()
    {
        ["lines"] = new JsonArray(
        [
            .. order["lines"]!.AsArray().Where(line => line!["inventoryID"] is not null)
                .Select(line => new JsonObject { ["inventoryId"] = line!["inventoryID"]!.DeepClone(), ["qty"] = -line["qty"]!.GetValue<decimal>() }),
        ]),
    };

    /// <summary>The wish that loses a sales order, named by its number or our reference.</summary>
    public static JsonObject Lost(JsonNode order)
    {
        var wish = Wish(order);
        wish["delete"] = true;
        return wish;
    }

    private static JsonObject Wish(JsonNode order) => new() { ["entity"] = "salesorder", ["keys"] = new JsonArray(order.DeepClone()) };
}
