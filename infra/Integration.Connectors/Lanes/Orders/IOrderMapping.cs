using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Turns a canonical order into the ERP's document by the pair's mapping document.</summary>
internal interface IOrderMapping
{
    /// <summary>Maps; all problems of the order are collected.</summary>
    /// <param name="pair">Its mapping document (or the connector's own), lookups and time zone.</param>
    /// <param name="erp">The port that the document is for.</param>
    /// <param name="source">The canonical order as JSON, with the ERP's customer id at <c>customer.erpId</c>.</param>
    MappedDocument Map(PairDefinition pair, ISalesOrders erp, JsonObject source);
}
