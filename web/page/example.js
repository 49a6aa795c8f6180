// A report of an invented commune, to see what the page does before one has a report at hand.

export const example = {
  name: "bao-cao-mau.txt",
  published: "2022-12-20",
  text: `Báo cáo kết quả công tác đào tạo nghề năm 2022 của huyện Mẫu

Năm 2022, huyện Mẫu đã mở 45 lớp dạy nghề cho 1.297 học viên, vượt chỉ tiêu đề ra (1.200 học viên); trong đó nghề may 512 học viên, nghề điện 430 học viên, nghề nấu ăn 355 học viên.

Đến nay, tỷ lệ lao động qua đào tạo đạt 68,5%, tăng 2,3 điểm phần trăm so với năm 2021. Giải quyết việc làm cho 2.140 lao động, đạt 107% kế hoạch (2.000 lao động); xuất khẩu lao động 86 người.

Kinh phí thực hiện là 3,6 tỷ đồng, trong đó ngân sách tỉnh 2,4 tỷ đồng, ngân sách huyện 1,1 tỷ đồng.

Năm 2023, huyện phấn đấu mở 50 lớp dạy nghề cho 1.400 học viên; nâng tỷ lệ lao động qua đào tạo lên 70%.
`,
};
