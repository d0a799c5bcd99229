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

    public override string ModeProblem(string mode) => $"--mode {mode} is for Dynamics 365: leave it out, or add --pair {DynamicsSandbox.Name}.";
}
