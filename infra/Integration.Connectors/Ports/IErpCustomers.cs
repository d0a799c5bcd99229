using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Ports;

/// <summary>Finds and creates the customers that orders need.</summary>
public interface IErpCustomers
{
    /// <summary>The customer that every guest order is booked on, or null when guests become customers by e-mail.</summary>
    string? GuestCustomer { get; }

    /// <summary>Looks for the order's customer by normalised e-mail. Several matches are <see cref="LookOutcome.Different"/>.</summary>
    Task<LookOutcome> FindAsync(Order order, CancellationToken ct);

    /// <summary>Creates the order's customer.</summary>
    Task<WriteOutcome> CreateAsync(Order order, CancellationToken ct);
}
