using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Effects of customers.</summary>
internal static class CustomerEffects
{
    /// <summary>Making the customer of an e-mail address, whoever wants it: an account or an order.</summary>
    /// <param name="connected">The connection that is written to.</param>
    /// <param name="emailHash">Keyed hash of the e-mail address.</param>
    public static EffectKey Create(Connected connected, string emailHash) => new(connected.Name, Entities.Customer, emailHash, "create");
}
