using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>The customer that an order needs: the fewest fields with which F&amp;O makes one. A company becomes an organization, anybody else a person.</summary>
internal sealed class CustomerDocument
{
    private readonly DynamicsSettings _settings;
    private readonly CompiledMapping _mapping;

    public CustomerDocument(DynamicsSettings settings)
    {
        _settings = settings;
        var document = ShippedDocument.Text(typeof(CustomerDocument), "customer-of-order", new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:legalEntity}"] = settings.LegalEntity, ["{setting:customerGroup}"] = settings.CustomerGroup, ["{setting:customerLanguage}"] = settings.CustomerLanguage,
        });
        _mapping = MappingDocument.Parse(document).Compile(OrderCustomer.Schema, Model);
    }

    /// <summary>The fields of a customer.</summary>
    public static EntityModel Model { get; } = EntityModel.Load("Customers.customers-v3.json");

    /// <summary>Name, group, currency, contact and address from the order's billing address.</summary>
    public JsonObject Of(Order order)
    {
        var source = OrderCustomer.Of(order);
        if (_settings.CustomerCurrency is { } always) source[OrderCustomer.Currency] = always;
        return OrderCustomer.Map(_mapping, source);
    }
}
