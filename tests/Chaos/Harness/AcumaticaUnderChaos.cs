using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Tests.Chaos.Harness;

/// <summary>X-Cart and Acumatica.</summary>
internal sealed class AcumaticaUnderChaos : PairUnderChaos
{
    public override string Name => SandboxPairFile.Pair;

    public override string Method => "PUT";

    public override string OrderPath => "SalesOrder";

    public override string SignInPath => "connect/token";

    public override string SignInBody => "grant_type=password";

    // What a launch comes to seldom is armed for its first times.
    public override IReadOnlyList<(string Point, int Latest)> CrashPoints => [("after-claim", 5), ("after-call-before-save", 5), ("after-customer-create", 2), ("after-token-refresh", 1)];

    public override void Describe(JsonObject pair, bool uniqueReference) => pair["erp"]!["settings"]!["uniqueReference"] = uniqueReference;

    public override Task SetAsync(StandIn erp, bool uniqueReference, CancellationToken ct) => erp.PostAsync("settings", new JsonObject { ["forbidDuplicates"] = uniqueReference }, ct);

    public override bool IsOpen(JsonObject order) => order["status"]!.ToString() == "Open";

    public override StandIn SignIn(HttpClient http, StackState state) => new(http, state.Erp);
}
