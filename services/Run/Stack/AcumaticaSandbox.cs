using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>Acumatica. What it changes is found by sweeps; who wants its push notifications registers for them.</summary>
internal sealed class AcumaticaSandbox : SandboxErp
{
    public override string Pair => SandboxPairFile.Pair;

    public override SandboxErpKind Kind => SandboxErpKind.Acumatica;

    public override ServiceRole Adapter => ServiceRole.Adapter;

    public override string FolderSuffix => "";

    public override string PairTemplate => "sandbox-pair.json";

    public override string LanesTemplate => "sandbox-lanes.json";

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["sandbox-erp-client-secret"] = SandboxCredentials.ErpClientSecret,
        ["sandbox-erp-password"] = SandboxCredentials.ErpPassword,
        ["sandbox-push"] = SandboxCredentials.PushSecret,
    };

    public override IReadOnlyList<(Uri Address, JsonObject Wish)> Loss(StackState stack, JsonObject order)
    {
        var wish = Order(order);
        wish["delete"] = true;
        return [(stack.Erp, wish)];
    }

    public override JsonObject Drift(JsonObject order, decimal by)
    {
        var wish = Order(order);
        wish["fields"] = new JsonObject { ["OrderTotal"] = order["orderTotal"]!.GetValue<decimal>() + by };
        return wish;
    }

    private static JsonObject Order(JsonObject order) => new() { ["entity"] = "SalesOrder", ["keys"] = new JsonArray(order["orderType"]!.DeepClone(), order["orderNbr"]!.DeepClone()) };
}
