using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Control;
using Integration.Sandbox.Acumatica.Files;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.OData;
using Integration.Sandbox.Acumatica.Push;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Sessions;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Acumatica;

/// <summary>
/// An Acumatica ERP to build and test against: contract REST <c>Default/24.200.001</c> with the ERP's own manners,
/// on 127.0.0.1, with its books in a file that outlives it. What is proven and what is assumed about those manners
/// is told in <c>docs/sandbox-acumatica.md</c>.
/// </summary>
public sealed class ErpStandIn : IAsyncDisposable
{
    private readonly SandboxStore _store;
    private readonly Tenant _tenant;
    private readonly PushNotifications _push;
    private readonly LoopbackServer _server;

    private ErpStandIn(ErpOptions options, SandboxStore store, Tenant tenant, PushNotifications push, LoopbackServer server, FaultPlan faults, CallLog calls)
    {
        _store = store;
        _tenant = tenant;
        _push = push;
        _server = server;
        Faults = faults;
        Calls = calls;
        Settings = options.Settings;
        ClientId = $"{options.ClientId}@{options.Tenant}";
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>Whole client ID, tenant included.</summary>
    public string ClientId { get; }

    /// <summary>Settings, which may be changed at any time.</summary>
    public ErpSettings Settings { get; }

    /// <summary>Faults that it shows.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Calls that it received.</summary>
    public CallLog Calls { get; }

    /// <summary>Opens or makes the books and starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="InvalidDataException">The books were made by another version of the stand-in.</exception>
    public static async Task<ErpStandIn> StartAsync(ErpOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (settings, time) = (options.Settings, options.Time);
        var store = await SandboxStore.OpenAsync(options.DataFile, cancellationToken);
        var tenant = new Tenant(store, EndpointSchema.Load(), time);
        try
        {
            await tenant.OpenAsync(Seed.Version, Seed.Plant, cancellationToken);
        }
        catch
        {
            tenant.Dispose();
            await store.DisposeAsync();
            throw;
        }

        var push = new PushNotifications(store, await PushNotifications.ReadAsync(store, cancellationToken), options.Tenant, settings, time);
        var journal = new CommitJournal(time);
        tenant.Changed = committed =>
        {
            OrderCommits.Tell(committed, journal);
            push.Notify(committed);
        };
        var screens = new ScreenBook(settings);
        var seats = new Seats(settings, time);
        var tokens = new Tokens(store, settings, time);
        var access = new Access(options, tokens, seats);
        var pipeline = new CallPipeline(settings, seats, time);
        var limiter = new RequestLimiter(settings, time);
        var attachments = new FileCalls(tenant);
        var answers = new Answers(tenant, screens, attachments, new CustomFields(settings));
        var entities = new EntityCalls(
            tenant, screens, new Inquiries(tenant, new StockInquiries(tenant, settings), time), new LongOperations(tenant, screens, settings, time), new Upsert(tenant, screens, answers, settings),
            answers, attachments, access, limiter, pipeline);
        var (faults, calls) = (new FaultPlan(time), new CallLog(CallNames.Of));
        var server = await LoopbackServer.StartAsync(
            options.Port,
            faults,
            calls,
            time,
            application =>
            {
                new IdentityCalls(access, tokens, seats).Map(application);
                new LoginCalls(options, access, pipeline).Map(application);
                entities.Map(application);
                JournalEndpoint.Map(application, journal);
                new ODataCalls(options, tenant, new GenericInquiries(settings), access, limiter).Map(application);
                new ControlCalls(
                    tenant, new Warehouse(tenant, screens, settings), new StockRoom(tenant, settings), new Accounting(tenant), new OrderDesk(tenant, screens), new CustomerDesk(tenant),
                    new ItemDesk(tenant), new Tampering(tenant), settings, access, tokens, seats, push).Map(application);
            },
            cancellationToken);
        return new ErpStandIn(options, store, tenant, push, server, faults, calls);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _push.DisposeAsync();
        _tenant.Dispose();
        await _store.DisposeAsync();
    }
}
