namespace Integration.Contracts.Operations;

/// <summary>The parts of a lane that stop and go on by themselves.</summary>
public static class LaneHalves
{
    /// <summary>Reads the source.</summary>
    public const string Reading = "reading";

    /// <summary>Looks at records by the rules of the flow document.</summary>
    public const string Screening = "screening";

    /// <summary>Maps and writes to the target.</summary>
    public const string Writing = "writing";
}
