using System.Globalization;

namespace Integration.Contracts.Amounts;

/// <summary>An amount in one currency. Never a floating-point number.</summary>
/// <param name="Amount">The amount in major units (12.50 = twelve and a half), unrounded as its source gave it.</param>
/// <param name="Currency">ISO 4217 code, upper case, such as <c>EUR</c>.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>The amount rounded to the minor units of its currency, half away from zero (X-Cart's own rule, recorded orders agree to the cent).</summary>
    public Money Rounded() => this with { Amount = Currencies.Round(Amount, Currency) };

    /// <summary>Adds two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.AmountIn(left.Currency), left.Currency);

    /// <summary>Subtracts two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.AmountIn(left.Currency), left.Currency);

    /// <summary>Adds two amounts of the same currency.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts two amounts of the same currency.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>For people: <c>12.50 EUR</c>. Decimals beyond the currency's are shown where there are any: they may be all that differs.</summary>
    public override string ToString() => $"{Amount.ToString($"0.{new string('0', Currencies.MinorUnits(Currency))}######", CultureInfo.InvariantCulture)} {Currency}";

    private decimal AmountIn(string currency) => string.Equals(Currency, currency, StringComparison.Ordinal)
        ? Amount
        : throw new InvalidOperationException($"{Currency} cannot be combined with {currency}: convert first.");
}
