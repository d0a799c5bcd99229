using System.Text.Json.Nodes;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>Maps the order as it is, or refuses it.</summary>
internal sealed class PlainMapping : IOrderMapping
{
    public MappedDocument? Refusal { get; set; }

    public MappedDocument Map(PairDefinition pair, ISalesOrders erp, JsonObject source) =>
        Refusal ?? new MappedDocument((JsonObject)source.DeepClone(), AttentionClasses.MappingFailed, []);
}
