using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Adds tracking numbers to a storefront order.</summary>
public interface ITrackingWriter
{
    /// <summary>Says whether the order shows this number already.</summary>
    Task<LookOutcome> LookAsync(string orderId, string trackingNumber, CancellationToken ct);

    /// <summary>Adds one number.</summary>
    Task<WriteOutcome> AddAsync(string orderId, string trackingNumber, CancellationToken ct);

    /// <summary>True while the shop itself adds a number only once however often it is asked: then a write needs no look before it, nor time after one that was not answered.</summary>
    Task<bool> AddsOnceAsync(CancellationToken ct);
}
