namespace Integration.Connectors.Effects;

/// <summary>What makes an intended write the same one.</summary>
/// <param name="Connection">The connection that is written to.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="BusinessKey">The record's key in the business: an order's reference, the keyed hash of a customer's e-mail. No personal data.</param>
/// <param name="Operation">What is done, such as <c>create</c>.</param>
internal sealed record EffectKey(string Connection, string Entity, string BusinessKey, string Operation)
{
    /// <summary>Making a record, whoever wants it: everybody who makes the same one has this key.</summary>
    /// <inheritdoc cref="EffectKey(string, string, string, string)"/>
    public static EffectKey ToCreate(string connection, string entity, string businessKey) => new(connection, entity, businessKey, "create");

    /// <summary>The stored key.</summary>
    public override string ToString() => $"{Connection}|{Entity}|{BusinessKey}|{Operation}";
}
