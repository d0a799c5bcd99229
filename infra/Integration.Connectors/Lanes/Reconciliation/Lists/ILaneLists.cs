using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>Makes lists for reconciliations of what a lane's ports read anyway; none while the pair has the lane switched off.</summary>
internal interface ILaneLists
{
    IEnumerable<IRecordList> Of(IConnector connector, PairDefinition pair);
}
