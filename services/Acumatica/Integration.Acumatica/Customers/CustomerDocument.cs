using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;

namespace Integration.Acumatica.Customers;

/// <summary>The customer that an order needs, as a plain document: by the same mapping as an account's, which a pair may not replace for orders.</summary>
internal sealed class CustomerDocument
{
    private readonly CompiledMapping _mapping;

    public CustomerDocument(AcumaticaSettings settings)
    {
        var port = CustomerMapping.ToErp(settings);
        _mapping = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target);
    }

    /// <summary>Name, class, contact and address from the order's billing address; currency may be chosen per document.</summary>
    public JsonObject Of(Order order) => OrderCustomer.Map(_mapping, OrderCustomer.Of(order));
}
