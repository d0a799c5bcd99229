using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>The shipped mapping documents of accounts: both ways, and for the customer that an order needs.</summary>
internal static class AccountMapping
{
    private static readonly CompiledMapping Order = MappingDocument.Parse(ShippedDocument.Text(typeof(AccountMapping), "account-of-order")).Compile(OrderCustomer.Schema, AccountColumns.Model);

    /// <summary>From the canonical fields to an account.</summary>
    public static MappingPort ToErp(AccountColumns columns) => new("customers.toErp", CustomerSchemas.Fields, columns, ShippedDocument.Text(typeof(AccountMapping), "customers.toErp"));

    /// <summary>From an account to the canonical fields.</summary>
    public static MappingPort ToStore(AccountColumns columns) => new("customers.toStore", CustomerSchemas.Record(columns), CustomerSchemas.Fields, ShippedDocument.Text(typeof(AccountMapping), "customers.toStore"));

    /// <summary>The account that an order needs: name, contact and address from the order's billing address.</summary>
    public static JsonObject Of(Order order) => OrderCustomer.Map(Order, OrderCustomer.Of(order));
}
