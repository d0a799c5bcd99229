using System.Text.Json.Nodes;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>The sandbox ERP of a pair: who speaks to it, what a stack writes down for it, and how it is told to push its changes.</summary>
internal abstract class SandboxErp
{
    private static readonly SandboxErp[] Known = [new AcumaticaSandbox(), new DynamicsSandbox(), new DualWriteSandbox(), new DataverseSandbox()];

    /// <summary>The pairs of the sandbox shop with a sandbox ERP.</summary>
    public static IReadOnlyList<string> Pairs { get; } = [.. Known.Select(erp => erp.Pair).Distinct()];

    /// <summary>The pair that it makes with the sandbox shop.</summary>
    public abstract string Pair { get; }

    /// <summary>Which of the ERP's systems the pair speaks to; null where there is no choice.</summary>
    public virtual string? Mode => null;

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

    /// <summary>The call that lists all stock, as the stand-in counts it, where nothing else finds what no event told; null where stamps tell which stock changed.</summary>
    public virtual string? StockListing => null;

    /// <summary>True when its callers sign in at another system.</summary>
    public virtual bool HasSignIn => false;

    /// <summary>The ERP that makes this pair with the sandbox shop, in this mode or the usual one; null when there is none.</summary>
    public static SandboxErp? Find(string pair, string? mode = null) => Known.FirstOrDefault(erp => erp.Pair == pair && (mode is null || erp.Mode == mode));

    /// <summary>The same, which must be there.</summary>
    /// <exception cref="StackException">There is no such pair or mode.</exception>
    public static SandboxErp Of(string pair, string? mode = null) => Find(pair, mode) ?? throw new StackException(Problem(pair, mode)!);

    /// <summary>Why there is no such pair or mode and what to do, or null when there is.</summary>
    public static string? Problem(string pair, string? mode)
    {
        if (Find(pair, mode) is not null) return null;
        if (Find(pair) is not { } usual) return $"--pair {pair}: say {string.Join(" or ", Pairs)}.";
        return usual.Mode is null
            ? $"--mode {mode} is for Dynamics 365: leave it out, or add --pair {DynamicsSandbox.Name}."
            : $"--mode {mode}: say {string.Join(", ", Known.Where(erp => erp.Pair == pair).Select(erp => erp.Mode))}, or leave it out for {usual.Mode}.";
    }

    /// <summary>Enters the addresses into the pair file's ERP connection.</summary>
    public virtual void Connect(JsonObject connection, SandboxAddresses addresses) => connection["url"] = addresses.Erp.ToString();

    /// <summary>Changes the pair file where the ERP pushes its changes.</summary>
    public virtual void Listen(JsonObject pair)
    {
    }

    /// <summary>Wishes to the control path <c>tamper</c> that lose an order without a trace, each with where to send it.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="order">The order in the stand-in's state.</param>
    public abstract IReadOnlyList<(Uri Address, JsonObject Wish)> Loss(StackState stack, JsonObject order);

    /// <summary>A wish to the control path <c>tamper</c> that makes an order's amount another one without a trace.</summary>
    /// <param name="order">The order in the stand-in's state.</param>
    /// <param name="by">By how much.</param>
    public abstract JsonObject Drift(JsonObject order, decimal by);

    /// <summary>What people note on the stock of an ERP that has no ledger for it when an order leaves, or null.</summary>
    /// <param name="order">The order in the stand-in's state, before it leaves.</param>
    public virtual JsonObject? Issue(JsonObject order) => null;

    /// <summary>Has it push its changes to the adapter while the shop sends hints, and not otherwise.</summary>
    public virtual Task SetPushAsync(HttpClient http, StackState stack, CancellationToken ct) => Task.CompletedTask;
}
