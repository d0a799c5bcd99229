using Integration.Acumatica.Customers;
using Integration.Acumatica.Fulfilment;
using Integration.Acumatica.Lists;
using Integration.Acumatica.Payments;
using Integration.Acumatica.Probing;
using Integration.Acumatica.Products;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Returns;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Acumatica.Stock;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;

namespace Integration.Acumatica;

/// <summary>Acumatica over one connection: one HTTP client, its sessions and its budget.</summary>
internal sealed class AcumaticaConnector : IErp, ILookupProbe, IAsyncDisposable
{
    private readonly AcumaticaSettings _settings;
    private readonly OutsideHttp _http;
    private readonly SessionPool _sessions;
    private readonly Doctor _doctor;
    private readonly UniqueReference _unique;

    internal AcumaticaConnector(ConnectionDefinition connection, AcumaticaSettings settings, Credentials credentials, OutsideHttp http, ITokenStore tokens, TimeProvider clock)
    {
        _settings = settings;
        _http = http;
        Connection = connection.Name;
        var endpoint = new TokenEndpoint(http, credentials, clock);
        _sessions = new SessionPool([.. Enumerable.Range(0, settings.Seats).Select(seat => new Session(connection.Name, seat, http, endpoint, credentials, tokens, clock))]);
        _unique = new UniqueReference(settings.UniqueReference);
        var client = new EntityClient(http, settings, clock);
        SalesOrders = new AcumaticaSalesOrders(client, _sessions, settings, _unique);
        Customers = new AcumaticaCustomers(client, _sessions, settings);
        CustomerRecords = new AcumaticaCustomerRecords(client, _sessions, settings);
        var payments = new AcumaticaPayments(client, _sessions, settings, clock);
        Payments = payments;
        Fulfilment = new AcumaticaFulfilment(client, _sessions, settings);
        Push = new AcumaticaPush(settings);
        Returns = new AcumaticaReturns(client, _sessions, settings);
        Mappings = [CustomerRecords.ToErp, CustomerRecords.ToStore, ProductMappings.ToErp, Returns.Mapping, .. payments.Mappings];
        Products = new AcumaticaProducts(client, _sessions, settings, clock);
        Stock = new AcumaticaStock(client, _sessions, settings);
        Lists = [new SalesOrderList(client, _sessions, settings)];
        _doctor = new Doctor(client, _sessions, connection, settings, clock);
    }

    /// <inheritdoc />
    public string Connection { get; }

    /// <inheritdoc />
    public TimeSpan LongestLateCommit => _settings.LongestLateCommit;

    /// <inheritdoc />
    public Capabilities Capabilities => new()
    {
        ChangedSince = true,
        UniqueOrderReference = _unique.Holds,
        Unsupported =
        [
            "Orders and shipments deleted in Acumatica are not seen: the API does not list deletions.",
            "Drop shipments are not seen: they come from purchase receipts.",
            "Invoices made without a shipment are not seen.",
            "Prices for groups and quantities are read, and not written: they come from price worksheets.",
        ],
    };

    /// <inheritdoc />
    public ISalesOrders SalesOrders { get; }

    /// <inheritdoc />
    public IErpCustomers Customers { get; }

    /// <inheritdoc />
    public ICustomerRecords CustomerRecords { get; }

    /// <inheritdoc />
    public IReadOnlyList<MappingPort> Mappings { get; }

    /// <inheritdoc />
    public IFulfilmentReader Fulfilment { get; }

    /// <inheritdoc />
    public IPushReader Push { get; }

    /// <inheritdoc />
    public IErpPayments? Payments { get; }

    /// <inheritdoc />
    public IErpReturns Returns { get; }

    /// <inheritdoc />
    public IErpProducts? Products { get; }

    public IErpStock? Stock { get; }

    public IReadOnlyList<IRecordList> Lists { get; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Unlisted { get; } = new Dictionary<string, string>
    {
        [Entities.Return] = "A return that was entered in Acumatica carries no id that the storefront knows.",
    };

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => _doctor.ExamineAsync(ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(System.Text.Json.Nodes.JsonObject lookups, CancellationToken ct) => _doctor.ExamineLookupsAsync(lookups, ct);

    /// <summary>Frees the connection's seats.</summary>
    public Task LogoutAsync(CancellationToken ct) => _sessions.LogoutAsync(ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using (var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10)))
        {
            try
            {
                await _sessions.LogoutAsync(soon.Token);
            }
            catch (OperationCanceledException)
            {
                // The server frees the seat itself after its session timeout.
            }
        }

        _sessions.Dispose();
        _http.Dispose();
    }
}
