using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Customers;

namespace Integration.Connectors.Ports;

/// <summary>Writes the accounts of a storefront's customers. Passwords are never set or changed.</summary>
public interface IStorefrontCustomerWriter
{
    /// <summary>The <see cref="CustomerFields"/> that this storefront can keep.</summary>
    IReadOnlySet<string> Fields { get; }

    /// <summary>Looks for an account by e-mail, whatever its case.</summary>
    Task<LookOutcome> FindAsync(string email, CancellationToken ct);

    /// <summary>Makes an account without a password: its owner sets one over "forgot password".</summary>
    Task<WriteOutcome> CreateAsync(PairDefinition pair, Customer customer, CancellationToken ct);

    /// <summary>Changes fields of an account.</summary>
    /// <param name="pair">For the lookups of states.</param>
    /// <param name="wanted">The account with all its values as they are to be; the id says which.</param>
    /// <param name="fields">Which of its <see cref="CustomerFields"/> are to be written; others stay.</param>
    /// <param name="ct">Cancels.</param>
    Task<WriteOutcome> UpdateAsync(PairDefinition pair, Customer wanted, IReadOnlySet<string> fields, CancellationToken ct);
}
