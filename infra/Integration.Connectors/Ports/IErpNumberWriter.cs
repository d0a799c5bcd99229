using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Notes the ERP's order number on a storefront order, beside what the staff wrote there.</summary>
public interface IErpNumberWriter
{
    /// <summary>Says whether the order shows this number already.</summary>
    Task<LookOutcome> LookAsync(string orderId, string erpNumber, CancellationToken ct);

    /// <summary>Adds the number without touching other notes.</summary>
    Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct);

    /// <summary>True while the shop itself adds a number only once however often it is asked: then a write needs no look before it, nor time after one that was not answered.</summary>
    Task<bool> AddsOnceAsync(CancellationToken ct);
}
