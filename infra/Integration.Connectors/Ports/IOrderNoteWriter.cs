using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Adds lines to a storefront order's staff notes, beside what the staff wrote there.</summary>
public interface IOrderNoteWriter
{
    /// <summary>Most letters of a line.</summary>
    int LongestLine { get; }

    /// <summary>Says whether the notes hold this line already.</summary>
    Task<LookOutcome> LookAsync(string orderId, string line, CancellationToken ct);

    /// <summary>Adds the line below, without touching other notes.</summary>
    Task<WriteOutcome> AddAsync(string orderId, string line, CancellationToken ct);

    /// <summary>True while the shop itself adds a line only once however often it is asked: then a write needs no look before it, nor time after one that was not answered.</summary>
    Task<bool> AddsOnceAsync(CancellationToken ct);
}
