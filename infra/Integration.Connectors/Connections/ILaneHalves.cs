namespace Integration.Connectors.Connections;

/// <summary>Makes the halves of a lane that a connection can serve; each lane registers one.</summary>
internal interface ILaneHalves
{
    IEnumerable<LaneHalf> Of(Connected connected);
}
