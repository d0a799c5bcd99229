using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>Dynamics 365 Sales and Finance &amp; Operations with dual-write between them: orders go to Sales, all else to Finance &amp; Operations.</summary>
internal sealed class DualWriteSandbox : DynamicsSandbox
{
    public override string Mode => "dataverse+fno";

    public override SandboxErpKind Kind => SandboxErpKind.DataverseFinance;

    public override string FolderSuffix => "-dual-write";

    public override string PairTemplate => "sandbox-pair.dual-write.json";

    public override void Connect(JsonObject connection, SandboxAddresses addresses)
    {
        base.Connect(connection, addresses);
        connection["url"] = addresses.Dataverse!.ToString();
        connection["settings"]!["finance"] = new JsonObject { ["url"] = addresses.Erp.ToString() };
    }

    // Business events come from F&O, webhooks from Sales: one address takes both.
    public override async Task SetPushAsync(HttpClient http, StackState stack, CancellationToken ct)
    {
        await base.SetPushAsync(http, stack, ct);
        await DataverseWebhooks.SetAsync(http, stack.Dataverse!, stack, DataverseWebhook.OfDualWrite, ct);
    }

    // An order that Sales still had would only look lost.
    public override IReadOnlyList<(Uri Address, JsonObject Wish)> Loss(StackState stack, JsonObject order) =>
        [(stack.Dataverse!, DataverseSandbox.Lost(order["externalRef"]!)), .. base.Loss(stack, order)];
}
