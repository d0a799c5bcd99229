namespace Integration.Sandbox.Records;

/// <summary>Something with an id of its own, which it keeps.</summary>
internal interface IIdentified<TId>
{
    TId Id { get; }
}
