using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Customers;

namespace Integration.XCart.Customers;

/// <summary>Writes accounts over one of the two APIs; see <see cref="Connectors.Ports.IStorefrontCustomerWriter"/>.</summary>
internal interface IAccountWriter
{
    IReadOnlySet<string> Fields { get; }

    Task<LookOutcome> FindAsync(string email, CancellationToken ct);

    Task<WriteOutcome> CreateAsync(PairDefinition pair, Customer customer, CancellationToken ct);

    Task<WriteOutcome> UpdateAsync(PairDefinition pair, Customer wanted, IReadOnlySet<string> fields, CancellationToken ct);
}
