using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>The sandbox ERP of a pair: who speaks to it, what a stack writes down for it, and how it is told to push its changes.</summary>
internal abstract class SandboxErp
{
    private static readonly SandboxErp[] Known = [new AcumaticaSandbox(), new DynamicsSandbox()];

    /// <summary>The pairs of the sandbox shop with a sandbox ERP.</summary>
    public static IReadOnlyList<string> Pairs { get; } = [.. Known.Select(erp => erp.Pair)];

    /// <summary>The pair that it makes with the sandbox shop.</summary>
    public abstract string Pair { get; }

    /// <summary>The stand-in.</summary>
    public abstract SandboxErpKind Kind { get; }

    /// <summary>The service that speaks to it.</summary>
    public abstract ServiceRole Adapter { get; }

    /// <summary>What is added to the name of a stack's folder; empty for the usual pair.</summary>
    public abstract string FolderSuffix { get; }

    /// <summary>Template of the pair file.</summary>
    public abstract string PairTemplate { get; }

    /// <summary>Template of what is added to the pair file when every lane is on.</summary>
    public abstract string LanesTemplate { get; }

    /// <summary>Secret of the pair file → its made-up value.</summary>
    public abstract IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>True when it tells which stock changed, by stamp. Otherwise only the reading of everything finds what no event told.</summary>
    public virtual bool TellsStock => true;

    /// <summary>True when its callers sign in at another system.</summary>
    public virtual bool HasSignIn => false;

    /// <summary>The ERP that makes this pair with the sandbox shop, or null.</summary>
    public static SandboxErp? Find(string pair) => Known.FirstOrDefault(erp => erp.Pair == pair);

    /// <summary>The same, which must be there.</summary>
    /// <exception cref="StackException">There is no such pair.</exception>
    public static SandboxErp Of(string pair) => Find(pair) ?? throw new StackException(PairProblem(pair));

    /// <summary>Says that there is no such pair and which there are.</summary>
    public static string PairProblem(string pair) => $"--pair {pair}: say {string.Join(" or ", Pairs)}.";

    /// <summary>Why it has no such mode and what to do, or null when it has.</summary>
    public abstract string? ModeProblem(string mode);

    /// <summary>Enters the addresses into the pair file's ERP connection.</summary>
    public virtual void Connect(JsonObject connection, SandboxAddresses addresses) => connection["url"] = addresses.Erp.ToString();

    /// <summary>Changes the pair file where the ERP pushes its changes.</summary>
    public virtual void Listen(JsonObject pair)
    {
    }

    /// <summary>Wishes to the control path <c>tamper</c> that lose an order without a trace.</summary>
    /// <param name="order">The order in the stand-in's state.</param>
    public abstract IReadOnlyList<JsonObject> Loss(JsonObject order);

    /// <summary>A wish to the control path <c>tamper</c> that makes an order's amount another one without a trace.</summary>
    /// <param name="order">The order in the stand-in's state.</param>
    /// <param name="by">By how much.</param>
    public abstract JsonObject Drift(JsonObject order, decimal by);

    /// <summary>Has it push its changes to the adapter while the shop sends hints, and not otherwise.</summary>
    public virtual Task SetPushAsync(HttpClient http, StackState stack, CancellationToken ct) => Task.CompletedTask;
}
