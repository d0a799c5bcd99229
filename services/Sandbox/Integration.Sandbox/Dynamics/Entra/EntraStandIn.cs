using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>
/// A Microsoft Entra ID to build and test against: one tenant that gives access tokens to applications, on 127.0.0.1. What is proven and what is
/// assumed about its manners is told in <c>docs/sandbox-dynamics.md</c>. It keeps nothing: who is registered comes from its options.
/// </summary>
public sealed class EntraStandIn : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly AccessTokens _tokens;

    private EntraStandIn(EntraOptions options, AccessTokens tokens, LoopbackServer server, FaultPlan faults, CallLog calls)
    {
        _tokens = tokens;
        _server = server;
        Options = options;
        Faults = faults;
        Calls = calls;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>How it was started.</summary>
    public EntraOptions Options { get; }

    /// <summary>Settings, which may be changed at any time.</summary>
    public EntraSettings Settings => Options.Settings;

    /// <summary>Faults that it shows.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Calls that it received.</summary>
    public CallLog Calls { get; }

    /// <summary>How resources check the tokens that it gave.</summary>
    internal ITokenCheck Tokens => _tokens;

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<EntraStandIn> StartAsync(EntraOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tokens = new AccessTokens(options);
        var (faults, calls) = (new FaultPlan(options.Time), new CallLog());
        var address = options.Authority;
        var server = await LoopbackServer.StartAsync(
            options.Port,
            faults,
            calls,
            options.Time,
            application =>
            {
                new TokenCalls(options, tokens, new ClientAssertions(options, () => address)).Map(application);
                new DiscoveryCalls(options).Map(application);
                new ControlCalls(options, tokens).Map(application);
            },
            cancellationToken);
        address = server.BaseUrl;
        return new EntraStandIn(options, tokens, server, faults, calls);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Ends every token given so far.</summary>
    internal void Expire() => _tokens.Expire();
}
