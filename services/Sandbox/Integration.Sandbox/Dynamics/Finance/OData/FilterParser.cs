using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Reads <c>$filter</c>: comparisons of properties with literals, joined by and, or and parentheses. There are no functions, no <c>has</c> and no <c>in</c>.</summary>
internal sealed class FilterParser
{
    private readonly EntitySet _set;
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private int _at;

    private FilterParser(EntitySet set, string text)
    {
        _set = set;
        _text = text;
        _tokens = FilterLexer.Read(text);
    }

    private Token Next => _tokens[_at];

    /// <exception cref="FinanceFault">It is not a filter that the service knows.</exception>
    public static Filter Read(EntitySet set, string text)
    {
        var parser = new FilterParser(set, text);
        var filter = parser.Or();
        return parser.Next.Kind == TokenKind.End ? filter : throw parser.Wrong();
    }

    private Filter Or()
    {
        var filter = And();
        while (Word("or"))
        {
            filter = filter.Or(And());
        }

        return filter;
    }

    private Filter And()
    {
        var filter = Term();
        while (Word("and"))
        {
            filter = filter.And(Term());
        }

        return filter;
    }

    private Filter Term()
    {
        if (Next.Kind == TokenKind.Open)
        {
            _at++;
            var inner = Or();
            if (Next.Kind != TokenKind.Close)
            {
                throw Wrong();
            }

            _at++;
            return inner;
        }

        var name = Take(TokenKind.Name).Text;
        if (Next.Kind == TokenKind.Open)
        {
            throw FinanceFault.Query($"An unknown function with name '{name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.");
        }

        var property = _set.Find(name) ?? throw FinanceFault.Query($"Could not find a property named '{name}' on type '{_set.TypeName}'.");
        var comparison = Take(TokenKind.Name).Text;
        if (comparison is not ("eq" or "ne" or "gt" or "ge" or "lt" or "le"))
        {
            throw FinanceFault.Query($"The operator '{comparison}' is not supported at position {_at} in '{_text}'.");
        }

        var literal = Next;
        _at++;
        return Filter.Of(Comparison.Read(property, comparison, literal));
    }

    private bool Word(string word)
    {
        if (Next is not { Kind: TokenKind.Name } next || next.Text != word)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Token Take(TokenKind kind)
    {
        if (Next.Kind != kind)
        {
            throw Wrong();
        }

        return _tokens[_at++];
    }

    private FinanceFault Wrong() => FinanceFault.Query($"Syntax error at position {_at} in '{_text}'.");
}
