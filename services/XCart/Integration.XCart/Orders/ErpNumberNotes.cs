using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.XCart.Orders;

/// <summary>Notes the ERP's order number as a line <c>ERP: SO-000123</c> in the staff notes, below what stands there.</summary>
internal sealed class ErpNumberNotes(IOrderNoteWriter notes) : IErpNumberWriter
{
    public Task<LookOutcome> LookAsync(string orderId, string erpNumber, CancellationToken ct) => notes.LookAsync(orderId, Line(erpNumber), ct);

    public Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct) => NoteLine.Fault(erpNumber) is null
        ? notes.AddAsync(orderId, Line(erpNumber), ct)
        : Task.FromResult<WriteOutcome>(new WriteOutcome.Rejected([new Reason("adminNotes", "The ERP's number is empty or has several lines.")]));

    public Task<bool> AddsOnceAsync(CancellationToken ct) => notes.AddsOnceAsync(ct);

    private static string Line(string erpNumber) => $"ERP: {erpNumber.Trim()}";
}
