using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>A filter, ready to be used.</summary>
/// <param name="Holds">True for what is wanted.</param>
/// <param name="Equal">A column that must have one of these values, by which the rest need not be looked at; null when there is none.</param>
/// <param name="Since">A last change that must not be earlier, by which the rest need not be looked at; null when there is none.</param>
internal sealed record Filter(Func<Record, bool> Holds, (string Column, IReadOnlyList<object> Values)? Equal, DateTimeOffset? Since)
{
    /// <summary>Everything is wanted.</summary>
    public static Filter None { get; } = new(_ => true, null, null);
}
