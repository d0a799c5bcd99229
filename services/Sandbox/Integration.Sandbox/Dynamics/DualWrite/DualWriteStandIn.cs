using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.DualWrite.Control;
using Integration.Sandbox.Dynamics.Finance;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>
/// A Dataverse organization and a Finance and Operations environment with dual-write between them, to build and test against. What is proven and what
/// is assumed about the copying is told in <c>docs/sandbox-dual-write.md</c>.
/// </summary>
public sealed class DualWriteStandIn : IAsyncDisposable
{
    private readonly Link _link;

    private DualWriteStandIn(FinanceStandIn finance, DataverseStandIn dataverse, Link link, DualWriteSettings settings)
    {
        _link = link;
        Finance = finance;
        Dataverse = dataverse;
        Settings = settings;
    }

    /// <summary>Finance and Operations.</summary>
    public FinanceStandIn Finance { get; }

    /// <summary>Dataverse; the control paths of the copying are on its address.</summary>
    public DataverseStandIn Dataverse { get; }

    /// <summary>Settings, which may be changed at any time.</summary>
    public DualWriteSettings Settings { get; }

    /// <summary>Starts both and copies from then on; new books are first filled with what Finance and Operations holds.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="InvalidDataException">The books were made by another version of a stand-in.</exception>
    public static async Task<DualWriteStandIn> StartAsync(DualWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var control = new ControlCalls(options.Settings);
        var finance = await FinanceStandIn.StartAsync(options.Finance, cancellationToken);
        DataverseStandIn? dataverse = null;
        try
        {
            dataverse = await DataverseStandIn.StartAsync(
                options.Dataverse with { HasDualWrite = true, Tokens = options.Dataverse.Tokens ?? options.Finance.Entra.Tokens, Routes = control.Map }, cancellationToken);
            var link = await Link.StartAsync(options, finance, dataverse, cancellationToken);
            control.Link = link;
            return new DualWriteStandIn(finance, dataverse, link, options.Settings);
        }
        catch
        {
            if (dataverse is not null)
            {
                await dataverse.DisposeAsync();
            }

            await finance.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        await Dataverse.DisposeAsync();
        await Finance.DisposeAsync();
    }
}
