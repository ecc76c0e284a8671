from summariser.words.vectors import simplify, traditional


def test_a_search_in_traditional_chinese_uses_the_forms_that_its_texts_have() -> None:
    asked = "微软和谷歌合作了什么 台湾公司采用 发布 只有 面板 周末 里程碑"
    assert traditional(asked) == "微軟和谷歌合作了什麼 台灣公司採用 發布 只有 面板 週末 里程碑"
    assert simplify(traditional(asked)) == asked
