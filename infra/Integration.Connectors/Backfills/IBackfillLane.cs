using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Backfills;

/// <summary>A lane whose reading half can list all of its records; each such lane registers one.</summary>
internal interface IBackfillLane
{
    /// <summary>The lane's name in commands: <c>orders</c>, and with its direction where both sides are read, <c>customers.to-erp</c>.</summary>
    string Lane { get; }

    /// <summary>How it lists over this connector; null when the lane does not read there, is off, or the system cannot list.</summary>
    /// <param name="connector">One of the pair's two.</param>
    /// <param name="pair">The pair as its file stands now.</param>
    BackfillSource? Of(IConnector connector, PairDefinition pair);
}
