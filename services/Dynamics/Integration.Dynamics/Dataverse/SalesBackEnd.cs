using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Customers;
using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Dynamics.Dataverse.Hints;
using Integration.Dynamics.Dataverse.Lists;
using Integration.Dynamics.Dataverse.Probing;
using Integration.Dynamics.Dataverse.Products;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Dataverse.Stock;
using Integration.Dynamics.Hints;

namespace Integration.Dynamics.Dataverse;

/// <summary>Dynamics 365 Sales behind one connection: its client, and what it serves alone or to F&amp;O.</summary>
internal sealed class SalesBackEnd(Endpoint endpoint, ConnectionDefinition connection, DynamicsSettings settings, TimeProvider clock) : IDisposable
{
    private readonly DataverseClient _client = new(endpoint.Http, endpoint.Tokens, endpoint.Address, settings.Dataverse.Tag);

    /// <summary>Webhooks about records that dual-write shares.</summary>
    public IPushKind WebhooksOfDualWrite => new WebhookHints(settings.Dataverse.Tag, DualWriteRecords.Of);

    /// <summary>Examines it.</summary>
    public DataverseDoctor Doctor => new(_client, connection, settings, clock);

    /// <summary>Its orders.</summary>
    /// <param name="finance">F&amp;O's side of them with dual-write; else null.</param>
    public ISalesOrders Orders(IFinanceOrders? finance) => new DataverseSalesOrders(_client, new SalesStore(_client, settings), settings, finance, clock);

    /// <summary>What it serves where it stands alone.</summary>
    public DynamicsPorts Alone()
    {
        var dataverse = settings.Dataverse;
        var columns = new AccountColumns(settings.CustomerFields);
        var accounts = new AccountStore(_client, columns, new AccountKeys(dataverse.AccountKey), []);
        var records = new DataverseCustomerRecords(_client, accounts, columns, settings.PageSize);
        var catalogue = new ProductCatalogue
        {
            Sku = dataverse.ProductColumn, MainList = dataverse.MainPriceList, OrderLists = [.. dataverse.PriceLists.Values], UnitGroup = dataverse.UnitGroup, WeightUnit = settings.Products.WeightUnit,
        };
        return new DynamicsPorts
        {
            SalesOrders = Orders(finance: null),
            RefusesSecondOrder = RefusesSecondOrder,
            Customers = new DataverseCustomers(accounts, settings.GuestCustomer),
            CustomerRecords = records,
            Fulfilment = new DataverseFulfilment(_client, dataverse.ExternalId, dataverse.ProductColumn, settings.PageSize),
            Push = new DynamicsPush(new WebhookHints(dataverse.Tag, SalesRecords.Of)),
            Products = new DataverseProducts(_client, catalogue, settings.PageSize, clock),
            Stock = new DataverseStock(_client, dataverse.StockPlace, settings.Stock.CountsOrdersFrom ?? CountsOrdersFrom.Shipped, dataverse.ProductColumn, settings.PageSize),
            Lists = [new DataverseOrderList(_client, dataverse.ExternalId, "requestdeliveryby", settings.PageSize)],
            Mappings = [records.ToErp, records.ToStore],
        };
    }

    /// <summary>Always: the alternate key of our reference keeps a second order out.</summary>
    public static bool RefusesSecondOrder() => true;

    /// <inheritdoc />
    public void Dispose() => endpoint.Http.Dispose();
}
