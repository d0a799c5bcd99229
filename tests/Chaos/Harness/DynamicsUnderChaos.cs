using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Tests.Chaos.Harness;

/// <summary>X-Cart and Dynamics 365 (Finance and Operations). A second order is refused where order numbers are ours; otherwise nothing refuses it.</summary>
internal sealed class DynamicsUnderChaos : PairUnderChaos
{
    public override string Name => "xcart-dynamics";

    public override string Method => "POST";

    public override string OrderPath => "$batch";

    public override string SignInPath => "oauth2/v2.0/token";

    public override string SignInBody => "grant_type=client_credentials";

    // Tokens are kept by nobody but the process, so that renewing one has no point to die at.
    public override IReadOnlyList<(string Point, int Latest)> CrashPoints => [("after-claim", 5), ("after-call-before-save", 5), ("after-customer-create", 2)];

    public override void Describe(JsonObject pair, bool uniqueReference) => pair["erp"]!["settings"]!["numbering"] = uniqueReference ? "ours" : "erp";

    public override Task SetAsync(StandIn erp, bool uniqueReference, CancellationToken ct) =>
        erp.PostAsync("settings", new JsonObject { ["manualNumbers"] = uniqueReference ? new JsonArray("SalesOrderNumber") : [], ["resolvesContentIds"] = !uniqueReference }, ct);

    public override bool IsOpen(JsonObject order) => order["orderStatus"]!.ToString() == "Backorder" && order["shipments"]!.AsArray().Count == 0;

    public override StandIn SignIn(HttpClient http, StackState state) => new(http, state.SignIn!);
}
