using System.Text.RegularExpressions;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Api;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Control;
using Integration.Sandbox.Shop.Hints;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Seed;
using Integration.Sandbox.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop;

/// <summary>
/// A stand-in for an X-Cart shop: 5.4 with the add-on XC\RESTAPI (<c>admin.php?target=RESTAPI</c>) or 5.5 (<c>/api</c>),
/// with control paths under <c>/_sandbox</c> (see docs/sandbox.md).
/// </summary>
public sealed partial class ShopStandIn : IAsyncDisposable
{
    private readonly SandboxStore _store;
    private readonly HintSender _hints;
    private readonly LoopbackServer _server;

    private ShopStandIn(SandboxStore store, HintSender hints, LoopbackServer server, FaultPlan faults, CallLog calls)
    {
        _store = store;
        _hints = hints;
        _server = server;
        Faults = faults;
        Calls = calls;
    }

    /// <summary>Address of the shop, such as <c>http://127.0.0.1:41234/</c>; the API is <c>admin.php</c> or <c>api</c> below it.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>The faults it is under.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The calls it got.</summary>
    public CallLog Calls { get; }

    /// <summary>Opens or makes the shop's file and starts serving it.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ShopStandIn> StartAsync(ShopOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var store = await SandboxStore.OpenAsync(options.DataFile, cancellationToken);
        try
        {
            return await ServeAsync(options, store, cancellationToken);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _hints.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task<ShopStandIn> ServeAsync(ShopOptions options, SandboxStore store, CancellationToken cancellationToken)
    {
        var races = new RaceSwitches();
        var (bell, journal) = (new HintBell(), new CommitJournal(options.Time));
        var database = new ShopDatabase(store, options, races, bell, journal);
        foreach (var (entity, column) in database.Schema.All.SelectMany(entity => entity.Paged.Select(column => (entity.Path, column))).Append((HintOutbox.Waiting, HintOutbox.DueAt)))
        {
            await store.IndexAsync(entity, column, cancellationToken);
        }

        await database.WriteAsync(ShopSeed.Fill, cancellationToken);
        if (options.AddOn is { } installed)
        {
            await store.WriteAsync(unit => AddOnSettings.Store(unit, AddOnSettings.Of(unit) with { Installed = installed }), cancellationToken);
        }

        var plan = new FaultPlan(options.Time);
        var calls = new CallLog(options.Api == ShopApi.Rest55 ? request => ApiRoutes.Name(request.Path.Value!) : Route);
        var post = new HintPost(options.Time);
        var control = new ControlEndpoints(
            database, races, new CheckoutFlow(database, races, options.Time), new AddOnEndpoints(database, post, options.Time));
        var server = await LoopbackServer.StartAsync(
            options.Port,
            plan,
            calls,
            options.Time,
            application =>
            {
                MapApi(application, database, options);
                control.Map(application);
                JournalEndpoint.Map(application, journal);
            },
            cancellationToken);
        var hints = new HintSender(store, post, new HintSchedule(options.HintSecond), bell, options.Time);
        hints.Start();
        return new ShopStandIn(store, hints, server, plan, calls);
    }

    private static void MapApi(WebApplication application, ShopDatabase database, ShopOptions options)
    {
        switch (options.Api)
        {
            case ShopApi.Legacy54:
                application.Map("/admin.php", new RestEndpoint(database, options).HandleAsync);
                break;
            case ShopApi.Rest55:
                var api = new ApiEndpoint(database, options);
                application.Map("/api", api.HandleAsync);
                application.Map("/api/{**path}", api.HandleAsync);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Api, "Unknown API.");
        }

        application.MapFallback("{**path}", NoPage.SendAsync);
    }

    private static string Route(HttpRequest request) => request.Query["target"] == LegacyBridge.Target
        ? $"{LegacyBridge.Target} {request.Query["call"]}"
        : BelowEntity().Replace(request.Query["_path"].ToString(), "/{id}");

    [GeneratedRegex("/.*$")]
    private static partial Regex BelowEntity();
}
