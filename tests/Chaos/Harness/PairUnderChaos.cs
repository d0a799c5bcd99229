using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Tests.Chaos.Harness;

/// <summary>The pair that is broken: what a bar must know of its ERP, in the words of the pair file and of the stand-in.</summary>
internal abstract class PairUnderChaos
{
    private const string Variable = "INTEGRATION_CHAOS_PAIR";

    public static PairUnderChaos Acumatica { get; } = new AcumaticaUnderChaos();

    public static PairUnderChaos Dynamics { get; } = new DynamicsUnderChaos();

    /// <summary>The one that <c>./chaos --pair</c> names.</summary>
    public static PairUnderChaos Asked { get; } = Environment.GetEnvironmentVariable(Variable) == Dynamics.Name ? Dynamics : Acumatica;

    public abstract string Name { get; }

    /// <summary>Its services, each a process.</summary>
    public IReadOnlyList<ServiceRole> Services => [ServiceRole.Gateway, SandboxErp.Of(Name).Adapter, ServiceRole.OrderToCash, ServiceRole.Console];

    /// <summary>Method of the calls that make records.</summary>
    public abstract string Method { get; }

    /// <summary>What the address of a call that makes an order contains.</summary>
    public abstract string OrderPath { get; }

    /// <summary>What the address of a call that signs in contains.</summary>
    public abstract string SignInPath { get; }

    /// <summary>What the body of a call that signs in by a credential contains.</summary>
    public abstract string SignInBody { get; }

    /// <summary>Crash points of its adapter; the latest of its times is armed at most.</summary>
    public abstract IReadOnlyList<(string Point, int Latest)> CrashPoints { get; }

    /// <summary>Writes into the pair file whether the ERP itself refuses a second order.</summary>
    public abstract void Describe(JsonObject pair, bool uniqueReference);

    /// <summary>Has the stand-in do so.</summary>
    public abstract Task SetAsync(StandIn erp, bool uniqueReference, CancellationToken ct);

    /// <summary>Whether nothing of the stand-in's order has left.</summary>
    public abstract bool IsOpen(JsonObject order);

    /// <summary>The stand-in on which callers sign in.</summary>
    public abstract StandIn SignIn(HttpClient http, StackState state);
}
